/** Terms where life has moved them, and the start of a year in its middle. */
@NamedInterface("term")
package org.mentoringroadmap.activity.term;

import org.springframework.modulith.NamedInterface;
