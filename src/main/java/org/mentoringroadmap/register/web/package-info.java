/** Pages and JSON of the registers. */
package org.mentoringroadmap.register.web;
