/** The public page of a questionnaire, and the pages and JSON of those who ask. */
package org.mentoringroadmap.questionnaire.web;
