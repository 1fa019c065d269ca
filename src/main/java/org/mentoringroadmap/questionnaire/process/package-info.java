/** The block that asks people, and the forms that are deployed. */
package org.mentoringroadmap.questionnaire.process;
