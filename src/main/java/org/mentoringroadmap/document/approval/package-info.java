/** The way of a document from the check to the director's decision, and back where that was a slip. */
@NamedInterface("approval")
package org.mentoringroadmap.document.approval;

import org.springframework.modulith.NamedInterface;
