/** An invented school for a first look. */
package org.mentoringroadmap.platform.demo;
