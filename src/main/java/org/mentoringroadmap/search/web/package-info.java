/** The page of what was found. */
package org.mentoringroadmap.search.web;
