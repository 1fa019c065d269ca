/** Runs of the matching, the board of their proposals, and the decisions about them. */
@NamedInterface("run")
package org.mentoringroadmap.matching.run;

import org.springframework.modulith.NamedInterface;
