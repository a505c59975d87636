#ifndef CMD4C_H
#define CMD4C_H

// What calque asks of md4c, without its types: the pieces of a Markdown text as one flat list, each
// with its place in the input. Nothing here keeps state between calls.

#include <stdint.h>

/// What a piece is.
enum {
  /// A block begins or ends; `detail` is one of the blocks below.
  cq_markdown_block_start,
  cq_markdown_block_end,
  /// A span begins or ends; `detail` is one of the spans below.
  cq_markdown_span_start,
  cq_markdown_span_end,
  /// Characters that are text.
  cq_markdown_text,
  /// An entity, from `&` to `;`, not decoded.
  cq_markdown_entity,
  /// A line of the source, or of its reader, ends.
  cq_markdown_line_break,
  /// Inside a code span or code block.
  cq_markdown_code,
  /// Inside of raw HTML.
  cq_markdown_html,
};

/// What a block is; a heading is `cq_markdown_heading` and its level.
enum {
  cq_markdown_other_block,
  cq_markdown_item,
  cq_markdown_quotation,
  cq_markdown_cell,
  cq_markdown_code_block,
  cq_markdown_html_block,
  cq_markdown_heading = 16,
};

/// What a span is: emphasis, a link and the like are none of these.
enum { cq_markdown_other_span, cq_markdown_code_span, cq_markdown_image };

/// A piece; bytes only where there are some.
typedef struct {
  uint8_t kind;
  uint8_t detail;
  uint32_t start;
  uint32_t length;
} cq_markdown_piece;

/// The pieces of a text, in order.
typedef struct {
  cq_markdown_piece *pieces;
  uint32_t count;
  uint32_t capacity;
} cq_markdown_list;

/// Reads a text and adds its pieces to an empty list.
///
/// Returns 0, -1 where there is no memory, or -2 where the pieces would be far more than the text is
/// long.
int cq_markdown_read(const uint8_t *text, uint32_t length, cq_markdown_list *list);

/// Gives back the memory of a list.
void cq_markdown_free(cq_markdown_list *list);

#endif
