// What a page ships that shows one kind of chart in one language: the element, the chart core, the Finnish catalogue.
import '@strapetsi/components/indicator-chart';
