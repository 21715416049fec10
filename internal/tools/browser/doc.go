// Package browser opens pages in a headless Chromium, for the pictures of the
// documentation and for tests that look at a page as its readers do.
//
// It speaks the DevTools protocol over a pipe: no port is opened, and what a
// page asks of the network is refused, so that a page which asks is seen.
package browser
