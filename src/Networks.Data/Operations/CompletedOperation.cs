using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Networks.Data.Conventions;

namespace Networks.Data.Operations;

/// <summary>An act that was done, by the id its form carried: the same id again gets the same answer.</summary>
public sealed class CompletedOperation
{
    private CompletedOperation()
    {
    }

    public CompletedOperation(Guid id, string request, string actor, string bodyHash, string answerJson, DateTimeOffset completedAt)
    {
        Id = id;
        Request = request;
        Actor = actor;
        BodyHash = bodyHash;
        AnswerJson = answerJson;
        CompletedAt = completedAt;
    }

    public Guid Id { get; private set; }

    /// <summary>Name of the request type.</summary>
    public string Request { get; private set; } = "";

    /// <summary>Who sent it: an id is one person's.</summary>
    public string Actor { get; private set; } = "";

    /// <summary>SHA-256 of the request as JSON without the id.</summary>
    public string BodyHash { get; private set; } = "";

    public string AnswerJson { get; private set; } = "";

    public DateTimeOffset CompletedAt { get; private set; }

    /// <summary>How the rows stood before, as JSON, for the time in which the act can be taken back; null for most acts.</summary>
    public string? Reversal { get; set; }

    /// <summary>SHA-256 of the page's form as it was sent, so that a copy of it is known when its page has gone on; null for what came by no page.</summary>
    public string? FormHash { get; init; }
}

internal sealed class CompletedOperationMapping : IEntityTypeConfiguration<CompletedOperation>
{
    public void Configure(EntityTypeBuilder<CompletedOperation> builder)
    {
        builder.ToTable("Operations");
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Request).HasMaxLength(ColumnLengths.Word);
        builder.Property(o => o.Actor).HasMaxLength(ColumnLengths.Word);
        builder.Property(o => o.BodyHash).HasMaxLength(ColumnLengths.Hash);
        builder.Property(o => o.FormHash).HasMaxLength(ColumnLengths.Hash);
        builder.Property(o => o.AnswerJson).HasMaxLength(-1);
        builder.Property(o => o.Reversal).HasMaxLength(-1);
        builder.HasIndex(o => o.CompletedAt);
    }
}
