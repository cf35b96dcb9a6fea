// The entry point for whoever starts it by this name; `start.js` is the same and takes 17 MB less.
import './start.js';
