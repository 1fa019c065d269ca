/** Meetings as they are reported and counted. */
@NamedInterface("meeting")
package org.mentoringroadmap.mentorship.meeting;

import org.springframework.modulith.NamedInterface;
