/** What each kind of document says. */
package org.mentoringroadmap.document.content;
