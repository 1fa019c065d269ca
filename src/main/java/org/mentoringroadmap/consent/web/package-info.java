/** Pages and JSON of consents. */
package org.mentoringroadmap.consent.web;
