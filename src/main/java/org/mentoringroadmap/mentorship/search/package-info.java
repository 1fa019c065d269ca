/** Mentees who wait for a mentor, and the mentors proposed to them. */
@NamedInterface("search")
package org.mentoringroadmap.mentorship.search;

import org.springframework.modulith.NamedInterface;
