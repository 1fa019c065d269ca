/** Sign-in, the security chains, and what a browser is told about our answers. */
package org.mentoringroadmap.platform.security;
