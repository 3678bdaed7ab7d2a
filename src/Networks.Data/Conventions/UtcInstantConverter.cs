using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Networks.Data.Conventions;

/// <summary>Instants are stored as UTC <see cref="DateTime"/>: SQLite cannot compare or order offsets.</summary>
internal sealed class UtcInstantConverter() : ValueConverter<DateTimeOffset, DateTime>(
    instant => instant.UtcDateTime,
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
