/** How two versions of a file differ, in elements that a person can point at. */
@NamedInterface("compare")
package org.mentoringroadmap.roadmap.compare;

import org.springframework.modulith.NamedInterface;
