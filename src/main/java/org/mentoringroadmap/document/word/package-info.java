/** Word files: rendered from templates, stamped, and checked when they are uploaded. */
package org.mentoringroadmap.document.word;
