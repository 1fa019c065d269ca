/** Activities that every class carries out by itself. */
@NamedInterface("checklist")
package org.mentoringroadmap.activity.checklist;

import org.springframework.modulith.NamedInterface;
