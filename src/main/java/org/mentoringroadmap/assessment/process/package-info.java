/** What was measured, as figures of a step of the roadmap. */
package org.mentoringroadmap.assessment.process;
