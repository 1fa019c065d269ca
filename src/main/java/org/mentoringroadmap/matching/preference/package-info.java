/** Whom mentees and mentors would like after the group meeting, and whom they refuse. */
package org.mentoringroadmap.matching.preference;
