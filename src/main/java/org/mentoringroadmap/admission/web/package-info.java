/** The page on which people are admitted. */
package org.mentoringroadmap.admission.web;
