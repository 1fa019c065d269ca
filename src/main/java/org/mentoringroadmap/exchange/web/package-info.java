/** Pages and JSON of import and export. */
package org.mentoringroadmap.exchange.web;
