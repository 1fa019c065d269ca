/** Pages and JSON of documents, journals and the director's inbox. */
package org.mentoringroadmap.document.web;
