/** The shell around every page, the errors, the help and the failures. */
package org.mentoringroadmap.platform.web;
