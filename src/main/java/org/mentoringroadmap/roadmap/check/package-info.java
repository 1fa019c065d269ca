/** The conventions of models and forms, checked at deployment and in the build by the same rules. */
@NamedInterface("check")
package org.mentoringroadmap.roadmap.check;

import org.springframework.modulith.NamedInterface;
