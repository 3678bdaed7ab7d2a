using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Networks.Data.Associations;
using Networks.Data.Conventions;
using Networks.Data.Officers;
using Networks.Data.Programmes;

namespace Networks.Data.Administration;

public enum ClosingKind
{
    /// <summary>Feast of the patron saint of the town: comes every year.</summary>
    Patron,

    /// <summary>The office is closed.</summary>
    Closed,

    /// <summary>The office is open and gives no terms that end here.</summary>
    Quiet,
}

/// <summary>
/// Days of one association or one chamber that do not count as working days, beside the national holidays. Never
/// deleted: what is taken back or corrected ends, and its successor is a new row.
/// </summary>
public sealed class ClosingDay
{
    private ClosingDay()
    {
    }

    /// <param name="associationId">Whose days they are; null for a chamber's.</param>
    /// <param name="chamber">Code of the chamber; null for an association's.</param>
    public ClosingDay(Guid id, ProgrammeId programmeId, AssociationId? associationId, string? chamber, ClosingKind kind, string name, DateOnly from, DateOnly until, DateTimeOffset createdAt)
    {
        Id = id;
        ProgrammeId = programmeId;
        AssociationId = associationId;
        Chamber = chamber;
        Kind = kind;
        Name = name;
        From = from;
        Until = until;
        CreatedAt = createdAt;
    }

    public Guid Id { get; private set; }

    public ProgrammeId ProgrammeId { get; private set; }

    public AssociationId? AssociationId { get; private set; }

    public string? Chamber { get; private set; }

    public ClosingKind Kind { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>First day, inclusive.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day, inclusive.</summary>
    public DateOnly Until { get; private set; }

    /// <summary>The same days of each year from then on.</summary>
    public bool EveryYear { get; init; }

    public DateTimeOffset CreatedAt { get; private set; }

    public OfficerId? CreatedBy { get; init; }

    /// <summary>When it was taken back or corrected; null while it holds.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public OfficerId? EndedBy { get; set; }

    /// <summary>Whether it is about a day, whether it still holds or not.</summary>
    public bool Covers(DateOnly day)
    {
        if (!EveryYear)
        {
            return From <= day && day <= Until;
        }

        // A run over the turn of the year may have begun in the year before.
        for (var years = day.Year - From.Year - 1; years <= day.Year - From.Year; years++)
        {
            if (years >= 0 && From.AddYears(years) <= day && day <= Until.AddYears(years))
            {
                return true;
            }
        }

        return false;
    }
}

internal sealed class ClosingDayMapping : IEntityTypeConfiguration<ClosingDay>
{
    public void Configure(EntityTypeBuilder<ClosingDay> builder)
    {
        builder.ToTable("ClosingDays");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasOne<Programme>().WithMany().HasForeignKey(d => d.ProgrammeId);
        builder.HasOne<Association>().WithMany().HasForeignKey(d => d.AssociationId);
        builder.HasOne<Officer>().WithMany().HasForeignKey(d => d.CreatedBy);
        builder.HasOne<Officer>().WithMany().HasForeignKey(d => d.EndedBy);
        builder.Property(d => d.Chamber).HasMaxLength(ColumnLengths.Identifier);
        builder.Property(d => d.Name).HasMaxLength(ColumnLengths.Name);
        builder.HasIndex(d => new { d.ProgrammeId, d.From });
    }
}
