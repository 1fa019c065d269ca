/** Pages and API of the assessments. */
package org.mentoringroadmap.assessment.web;
