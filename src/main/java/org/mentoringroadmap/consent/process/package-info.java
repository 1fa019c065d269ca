/** The process that has consents signed anew after a birthday. */
package org.mentoringroadmap.consent.process;
