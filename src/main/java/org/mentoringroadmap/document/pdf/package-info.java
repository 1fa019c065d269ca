/** Word files as PDF, by the LibreOffice of the machine where there is one. */
@NamedInterface("pdf")
package org.mentoringroadmap.document.pdf;

import org.springframework.modulith.NamedInterface;
