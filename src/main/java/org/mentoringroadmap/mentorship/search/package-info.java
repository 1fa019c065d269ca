/** Mentees who wait for a mentor, and the mentors proposed to them. */
package org.mentoringroadmap.mentorship.search;
