/** What becomes of the work of a role that is taken from somebody. */
@NamedInterface("handover")
package org.mentoringroadmap.school.handover;

import org.springframework.modulith.NamedInterface;
