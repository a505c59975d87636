#ifndef CICU_H
#define CICU_H

// The few questions that calque asks of ICU, without any ICU type: Swift does not import ICU's
// renaming macros, and its headers clash with the copy inside Foundation. Nothing here allocates
// except `cq_transcode`, keeps state, or fails in another way than by its return value.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// General category of a scalar, as ICU's `UCharCategory` numbers it.
int8_t cq_category(uint32_t scalar);

/// The scalar that a base and a combining mark compose to in NFC, or 0 where there is none.
uint32_t cq_compose(uint32_t base, uint32_t mark);

/// The letter that is left of a scalar when its accents are taken off by canonical decomposition; the scalar itself
/// where it has none.
uint32_t cq_base(uint32_t scalar);

/// Columns that a scalar takes on a terminal: 0, 1 or 2 (UAX #11).
int32_t cq_width(uint32_t scalar);

/// Writes the case-folded NFC form of UTF-8 `text` to `output` and returns its length, or -1 where
/// it does not fit or the text is too long to be a word.
int32_t cq_fold(const uint8_t *_Nonnull text, int32_t length, uint8_t *_Nonnull output,
                int32_t capacity);

/// Writes the name of the likeliest encoding of `bytes` to `name` and returns true, if there is one.
bool cq_guess_encoding(const uint8_t *_Nonnull bytes, int32_t length, char *_Nonnull name,
                       int32_t capacity);

/// A decoder from a named encoding to Unicode scalars.
typedef struct cq_decoder CQDecoder;

/// Opens a decoder, or returns null where ICU knows no such encoding.
CQDecoder *_Nullable cq_decoder_open(const char *_Nonnull name);

/// Decodes the next scalar at `position` of `bytes`, moves `position` behind it, and returns it;
/// -1 at the end, U+FFFD for bytes that mean nothing.
int32_t cq_decoder_next(CQDecoder *_Nonnull decoder, const uint8_t *_Nonnull bytes, size_t length,
                        size_t *_Nonnull position);

/// Closes a decoder.
void cq_decoder_close(CQDecoder *_Nonnull decoder);

#endif
