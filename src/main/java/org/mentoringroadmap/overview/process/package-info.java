/** Reads from the engine how far a programme has come. */
package org.mentoringroadmap.overview.process;
