using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Networks.Data.Conventions;

namespace Networks.Data.Discovery;

internal sealed class IntroductionMapping : IEntityTypeConfiguration<Introduction>
{
    public void Configure(EntityTypeBuilder<Introduction> builder)
    {
        builder.ToTable("Introductions");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.HasOne<Cases.Case>().WithMany().HasForeignKey(i => i.CaseId);
        builder.HasOne<Firms.Firm>().WithMany().HasForeignKey(i => i.FirmId);
        builder.Property(i => i.Message).HasMaxLength(ColumnLengths.Remark);
        builder.Property(i => i.Card).HasMaxLength(SearchEntry.TermsLimit);
        builder.Property(i => i.Reason).HasMaxLength(ColumnLengths.Remark);
        builder.Property(i => i.OutcomeReason).HasMaxLength(ColumnLengths.Remark);
        builder.Property(i => i.TokenHash).HasMaxLength(ColumnLengths.Hash);
        builder.HasIndex(i => i.TokenHash);
        builder.HasIndex(i => i.HoldingDesk);
        builder.HasIndex(i => i.AskingDesk);
    }
}

internal sealed class CardSearchMapping : IEntityTypeConfiguration<CardSearch>
{
    public void Configure(EntityTypeBuilder<CardSearch> builder)
    {
        builder.ToTable("CardSearches");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Terms).HasMaxLength(SearchEntry.TermsLimit);
        builder.HasIndex(s => new { s.Desk, s.On });
    }
}

internal sealed class NeedCallMapping : IEntityTypeConfiguration<NeedCall>
{
    public void Configure(EntityTypeBuilder<NeedCall> builder)
    {
        builder.ToTable("NeedCalls");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.HasOne<Cases.Case>().WithMany().HasForeignKey(n => n.CaseId);
        builder.Property(n => n.Text).HasMaxLength(ColumnLengths.Remark);
        builder.HasIndex(n => n.LastDay);
    }
}

internal sealed class NeedReplyMapping : IEntityTypeConfiguration<NeedReply>
{
    public void Configure(EntityTypeBuilder<NeedReply> builder)
    {
        builder.ToTable("NeedReplies");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Reason).HasMaxLength(ColumnLengths.Remark);
        builder.HasOne<NeedCall>().WithMany().HasForeignKey(r => r.NeedId);
        builder.HasIndex(r => new { r.NeedId, r.DeskId });
    }
}
