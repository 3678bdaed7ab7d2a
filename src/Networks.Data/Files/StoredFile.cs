using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Networks.Data.Conventions;

namespace Networks.Data.Files;

/// <summary>Name, hash and size of a file; its bytes lie in the file store under the hash.</summary>
public sealed class StoredFile
{
    private StoredFile()
    {
    }

    public StoredFile(FileId id, string sha256, long sizeBytes, string name, string contentType, DateTimeOffset storedAt)
    {
        Id = id;
        Sha256 = sha256;
        SizeBytes = sizeBytes;
        Name = name;
        ContentType = contentType;
        StoredAt = storedAt;
    }

    public FileId Id { get; private set; }

    /// <summary>The case whose rights decide who may read it; null for templates.</summary>
    public CaseId? CaseId { get; init; }

    public string Sha256 { get; private set; } = "";

    public long SizeBytes { get; private set; }

    /// <summary>The name to give it when it is downloaded; ours, never the uploader's path.</summary>
    public string Name { get; private set; } = "";

    public string ContentType { get; private set; } = "";

    public DateTimeOffset StoredAt { get; private set; }
}

internal sealed class StoredFileMapping : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.ToTable("Files");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Sha256).HasMaxLength(ColumnLengths.Hash);
        builder.Property(f => f.Name).HasMaxLength(ColumnLengths.Name);
        builder.Property(f => f.ContentType).HasMaxLength(ColumnLengths.Word);
        builder.HasIndex(f => f.CaseId);
    }
}
