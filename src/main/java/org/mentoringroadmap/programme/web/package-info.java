/** Pages and JSON of the programmes. */
package org.mentoringroadmap.programme.web;
