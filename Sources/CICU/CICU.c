#include "CICU.h"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <string.h>

// Longer runs of letters are no words; they are compared by their bytes.
enum { maximum_word_units = 512 };

int8_t cq_category(uint32_t scalar) { return u_charType((UChar32)scalar); }

uint32_t cq_compose(uint32_t base, uint32_t mark) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
  if (U_FAILURE(status)) return 0;
  UChar32 composed = unorm2_composePair(nfc, (UChar32)base, (UChar32)mark);
  return composed < 0 ? 0 : (uint32_t)composed;
}

uint32_t cq_base(uint32_t scalar) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
  if (U_FAILURE(status)) return scalar;
  UChar pair[4];
  for (;;) {
    int32_t length = unorm2_getRawDecomposition(nfc, (UChar32)scalar, pair, 4, &status);
    if (U_FAILURE(status) || length <= 0) return scalar;
    UChar32 first;
    U16_GET(pair, 0, 0, length, first);
    if (first == (UChar32)scalar) return scalar;
    scalar = (uint32_t)first;
  }
}

int32_t cq_width(uint32_t scalar) {
  switch (u_charType((UChar32)scalar)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
      return 0;
    default:
      break;
  }
  switch (u_getIntPropertyValue((UChar32)scalar, UCHAR_EAST_ASIAN_WIDTH)) {
    case U_EA_FULLWIDTH:
    case U_EA_WIDE:
      return 2;
    default:
      return 1;
  }
}

int32_t cq_fold(const uint8_t *text, int32_t length, uint8_t *output, int32_t capacity) {
  UChar units[maximum_word_units], folded[2 * maximum_word_units], composed[2 * maximum_word_units];
  UErrorCode status = U_ZERO_ERROR;
  int32_t count = 0;
  u_strFromUTF8WithSub(units, maximum_word_units, &count, (const char *)text, length, 0xFFFD, NULL,
                       &status);
  if (U_FAILURE(status)) return -1;
  count = u_strFoldCase(folded, 2 * maximum_word_units, units, count, U_FOLD_CASE_DEFAULT, &status);
  if (U_FAILURE(status)) return -1;
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
  count = unorm2_normalize(nfc, folded, count, composed, 2 * maximum_word_units, &status);
  if (U_FAILURE(status)) return -1;
  int32_t written = 0;
  u_strToUTF8((char *)output, capacity, &written, composed, count, &status);
  return U_FAILURE(status) ? -1 : written;
}

bool cq_guess_encoding(const uint8_t *bytes, int32_t length, char *name, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open(&status);
  if (U_FAILURE(status)) return false;
  ucsdet_setText(detector, (const char *)bytes, length, &status);
  const UCharsetMatch *match = ucsdet_detect(detector, &status);
  const char *found = match && U_SUCCESS(status) ? ucsdet_getName(match, &status) : NULL;
  bool known = found && U_SUCCESS(status) && (int32_t)strlen(found) < capacity;
  if (known) strcpy(name, found);
  ucsdet_close(detector);
  return known;
}

CQDecoder *cq_decoder_open(const char *name) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(name, &status);
  return U_FAILURE(status) ? NULL : (CQDecoder *)converter;
}

int32_t cq_decoder_next(CQDecoder *decoder, const uint8_t *bytes, size_t length, size_t *position) {
  if (*position >= length) return -1;
  UErrorCode status = U_ZERO_ERROR;
  const char *start = (const char *)bytes + *position, *next = start;
  UChar32 scalar =
      ucnv_getNextUChar((UConverter *)decoder, &next, (const char *)bytes + length, &status);
  *position = (size_t)(next - (const char *)bytes);
  if (status == U_INDEX_OUTOFBOUNDS_ERROR) {
    *position = length;
    return -1;
  }
  if (next == start) *position += 1;
  return U_FAILURE(status) ? 0xFFFD : scalar;
}

void cq_decoder_close(CQDecoder *decoder) { ucnv_close((UConverter *)decoder); }
