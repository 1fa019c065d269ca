/** Files, photos, links and notes that prove the results of activities. */
@NamedInterface("evidence")
package org.mentoringroadmap.activity.evidence;

import org.springframework.modulith.NamedInterface;
