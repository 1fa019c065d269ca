/** The main page, the year, an activity, the inspector's folder. */
package org.mentoringroadmap.overview.web;
