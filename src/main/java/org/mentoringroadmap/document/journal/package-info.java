/** Numbers and dates of documents, and what was signed on paper. */
package org.mentoringroadmap.document.journal;
