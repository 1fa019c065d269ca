/** Delegates and adapter of the processes of mentorships, meetings and searches. */
package org.mentoringroadmap.mentorship.process;
