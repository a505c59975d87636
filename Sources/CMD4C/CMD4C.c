#include "CMD4C.h"

#include <md4c.h>
#include <stdlib.h>

typedef struct {
  const MD_CHAR *text;
  MD_SIZE length;
  cq_markdown_list *list;
  // What may still be added: bytes of link addresses and titles, which are read anew at each link.
  uint64_t attribute_room;
} reading;

// A row of a table has as many cells as the table has columns, though it may be written as nothing;
// and so short texts could give any number of pieces. Other pieces take half a byte each at least.
enum { pieces_per_byte = 8, attributes_per_byte = 16, least_room = 1 << 16 };

static int add(reading *reading, uint8_t kind, uint8_t detail, uint32_t start, uint32_t length) {
  cq_markdown_list *list = reading->list;
  if (list->count > (uint64_t)pieces_per_byte * reading->length + least_room) return -2;
  if (list->count == list->capacity) {
    if (list->capacity > UINT32_MAX / 2) return -1;
    uint32_t capacity = list->capacity == 0 ? 256 : 2 * list->capacity;
    void *pieces = realloc(list->pieces, (size_t)capacity * sizeof(cq_markdown_piece));
    if (pieces == NULL) return -1;
    list->pieces = pieces;
    list->capacity = capacity;
  }
  list->pieces[list->count++] = (cq_markdown_piece){kind, detail, start, length};
  return 0;
}

static uint8_t block(MD_BLOCKTYPE type, void *detail) {
  switch (type) {
    case MD_BLOCK_LI: return cq_markdown_item;
    case MD_BLOCK_QUOTE: return cq_markdown_quotation;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD: return cq_markdown_cell;
    case MD_BLOCK_CODE: return cq_markdown_code_block;
    case MD_BLOCK_HTML: return cq_markdown_html_block;
    case MD_BLOCK_H: return cq_markdown_heading + ((MD_BLOCK_H_DETAIL *)detail)->level;
    default: return cq_markdown_other_block;
  }
}

static uint8_t span(MD_SPANTYPE type) {
  switch (type) {
    case MD_SPAN_CODE: return cq_markdown_code_span;
    case MD_SPAN_IMG: return cq_markdown_image;
    default: return cq_markdown_other_span;
  }
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *user) {
  return add(user, cq_markdown_block_start, block(type, detail), 0, 0);
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *user) {
  return add(user, cq_markdown_block_end, block(type, detail), 0, 0);
}

static int take_room(reading *reading, uint64_t size) {
  if (size > reading->attribute_room) return -2;
  reading->attribute_room -= size;
  return 0;
}

static int enter_span(MD_SPANTYPE type, void *detail, void *user) {
  int status = 0;
  if (type == MD_SPAN_A) {
    MD_SPAN_A_DETAIL *link = detail;
    status = take_room(user, (uint64_t)link->href.size + link->title.size);
  } else if (type == MD_SPAN_IMG) {
    MD_SPAN_IMG_DETAIL *image = detail;
    status = take_room(user, (uint64_t)image->src.size + image->title.size);
  }
  if (status != 0) return status;
  return add(user, cq_markdown_span_start, span(type), 0, 0);
}

static int leave_span(MD_SPANTYPE type, void *detail, void *user) {
  return add(user, cq_markdown_span_end, span(type), 0, 0);
}

static int text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *user) {
  reading *reading = user;
  if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
    return add(reading, cq_markdown_line_break, 0, 0, 0);
  }
  // Line ends and indentation of code are strings of md4c's own.
  uintptr_t start = (uintptr_t)text - (uintptr_t)reading->text;
  if (start > reading->length || size > reading->length - start) return 0;
  uint8_t kind = cq_markdown_text;
  if (type == MD_TEXT_ENTITY) kind = cq_markdown_entity;
  if (type == MD_TEXT_CODE) kind = cq_markdown_code;
  if (type == MD_TEXT_HTML) kind = cq_markdown_html;
  return add(reading, kind, 0, (uint32_t)start, size);
}

int cq_markdown_read(const uint8_t *bytes, uint32_t length, cq_markdown_list *list) {
  reading reading = {
    (const MD_CHAR *)bytes, length, list, (uint64_t)attributes_per_byte * length + least_room};
  MD_PARSER parser = {
    .flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH,
    .enter_block = enter_block,
    .leave_block = leave_block,
    .enter_span = enter_span,
    .leave_span = leave_span,
    .text = text,
  };
  return md_parse(reading.text, length, &parser, &reading);
}

void cq_markdown_free(cq_markdown_list *list) {
  free(list->pieces);
  *list = (cq_markdown_list){0};
}
