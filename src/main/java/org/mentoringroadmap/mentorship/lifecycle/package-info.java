/** Mentorships as they are made, changed, started and ended. */
package org.mentoringroadmap.mentorship.lifecycle;
