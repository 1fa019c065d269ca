/** The page that leads from one year into the next. */
package org.mentoringroadmap.nextyear.web;
