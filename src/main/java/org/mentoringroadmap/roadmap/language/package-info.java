/** What expressions of models, tables and forms may say: a grammar and a short list, nothing that runs code. */
@NamedInterface("language")
package org.mentoringroadmap.roadmap.language;

import org.springframework.modulith.NamedInterface;
