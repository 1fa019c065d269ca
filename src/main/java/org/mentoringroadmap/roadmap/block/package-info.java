/** What a block can be told by the element that calls it. */
@NamedInterface("block")
package org.mentoringroadmap.roadmap.block;

import org.springframework.modulith.NamedInterface;
