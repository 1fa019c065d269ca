/** Sign-in and the three security chains. */
package org.mentoringroadmap.platform.security;
