/** Models as pictures: what is drawn, where, and what a row of the roadmap says beside its shape. */
@NamedInterface("drawing")
package org.mentoringroadmap.roadmap.drawing;

import org.springframework.modulith.NamedInterface;
