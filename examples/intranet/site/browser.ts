import '@strapetsi/components/indicator-chart';

// The page runs under a strict content security policy: whatever breaks it is said where a developer looks.
document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) => {
  console.error(`Content security policy: ${effectiveDirective} refused ${blockedURI} (${sourceFile}:${lineNumber})`);
});
