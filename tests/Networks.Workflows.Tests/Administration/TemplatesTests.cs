using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Workflows.Administration;
using Networks.Workflows.Administration.AddTemplateVersion;
using Networks.Workflows.Administration.ListTemplates;
using Networks.Workflows.Administration.MakeTemplateValid;
using Networks.Workflows.Administration.OpenTemplate;
using Networks.Workflows.Common;
using Networks.Workflows.Documents;
using Networks.Workflows.Tests.Documents;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Administration;

public sealed class TemplatesTests : IAsyncLifetime
{
    private const string Closing = "network-closing";

    private Given _given = null!;

    public async ValueTask InitializeAsync() =>
        _given = await Given.NewAsync(services => services.AddSingleton<ITemplates>(new ShippedTemplates()));

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_a_new_installation_then_every_shipped_template_is_in_use_uses_its_fields_and_fills_with_the_example()
    {
        var kinds = await _given.AdministeredAsync(new ListTemplates());

        Assert.Equal(TemplateLibrary.Kinds.Count, kinds.Count);
        foreach (var kind in kinds)
        {
            Assert.Equal(TemplateLibrary.Shipped, kind.Current.Number);
            var example = await _given.AdministeredAsync(new TryTemplate(kind.Current.Name));
            var text = string.Join('\n', WordReader.Read(new WordFile(example.Bytes)).Clauses.Select(c => c.Text));
            Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
            Assert.Contains("prova", text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Given_a_version_that_was_brought_when_it_is_made_valid_then_new_documents_use_it_and_one_can_go_back()
    {
        var added = await BringAsync("La rete {{rete.nome}} si scioglie il {{scioglimento.giorno: estesa}}.");
        Assert.Equal(1, (await KindAsync()).Current.Number);
        Assert.Contains("scioglimento.causa", (await KindAsync()).Versions[0].Unused);

        await _given.AdministeredAsync(new MakeTemplateValid(added.Template, true) { OperationId = NewId() });
        Assert.Equal($"{Closing}/v2.docx", (await InUseAsync())!.Path);

        _given.Clock.Advance(TimeSpan.FromMinutes(1));
        await _given.AdministeredAsync(new MakeTemplateValid(TemplateName.Of(Closing, 1), true) { OperationId = NewId() });
        Assert.Equal($"{Closing}/v1.docx", (await InUseAsync())!.Path);
        Assert.Equal(2, (await KindAsync()).Versions.Count);
    }

    [Fact]
    public async Task Given_fields_that_do_not_exist_when_the_file_is_brought_then_each_is_named_with_its_place_and_nothing_is_kept()
    {
        var refused = await _given.SendAsAsync(Given.AdministratorOf(_given.Lecco), new AddTemplateVersion(
            Closing, await StoredAsync("Prima {{rete.nme}}", "Poi {{per ogni impresa}} {{impresa.seed}}"), null)
        { OperationId = NewId() });

        Assert.Equal(["administration.template-problem"], refused.Refusal!.All.Select(r => r.Code).Distinct());
        Assert.Contains(refused.Refusal.All, r => r.Text.Contains("rete.nme", StringComparison.Ordinal) && r.Text.Contains("Prima", StringComparison.Ordinal));
        Assert.All(refused.Refusal.All, r => Assert.True(r.Text.Length > 20));
        Assert.False(await _given.ReadAsync(db => db.TemplateVersions.AnyAsync()));
    }

    [Fact]
    public async Task Given_the_same_file_twice_or_an_example_not_read_or_a_version_in_use_then_it_is_refused_in_words()
    {
        var added = await BringAsync("Solo {{rete.nome}}.");
        var file = await _given.ReadAsync(db => db.TemplateVersions.Select(t => new { t.Sha256 }).SingleAsync());
        var same = await _given.SendAsAsync(Given.AdministratorOf(_given.Lecco), new AddTemplateVersion(Closing, new StoredBytes(file.Sha256, 1), null) { OperationId = NewId() });
        var unread = await _given.SendAsAsync(Given.AdministratorOf(_given.Lecco), new MakeTemplateValid(added.Template, false) { OperationId = NewId() });
        var already = await _given.SendAsAsync(Given.AdministratorOf(_given.Lecco), new MakeTemplateValid(TemplateName.Of(Closing, 1), true) { OperationId = NewId() });
        var missing = await _given.SendAsAsync(Given.AdministratorOf(_given.Lecco), new MakeTemplateValid(TemplateName.Of(Closing, 9), true) { OperationId = NewId() });
        var desk = await _given.SendAsAsync(Actor.Of(_given.Lecco), new ListTemplates());

        Assert.Equal("administration.template-same", same.Refusal?.Code);
        Assert.Equal("administration.template-unread", unread.Refusal?.Code);
        Assert.Equal("administration.template-already", already.Refusal?.Code);
        Assert.Equal("common.not-found", missing.Refusal?.Code);
        Assert.Equal("common.not-found", desk.Refusal?.Code);
    }

    [Fact]
    public async Task Given_an_act_of_the_administration_then_the_journal_has_one_line_of_it_in_the_chain_of_the_association()
    {
        await BringAsync("Solo {{rete.nome}}.");
        await _given.SendAsAsync(Given.AdministratorOf(_given.Lecco), new MakeTemplateValid(TemplateName.Of(Closing, 9), true) { OperationId = NewId() });

        var entry = await _given.ReadAsync(db => db.Journal.AsNoTracking().SingleAsync());
        var head = await _given.ReadAsync(db => db.JournalHeads.AsNoTracking().SingleAsync());
        Assert.Equal((_given.Lecco.AssociationId.Value, 1L, JournalKinds.Act, nameof(AddTemplateVersion)), (entry.Chain, entry.Number, entry.Kind, entry.Subject));
        Assert.Equal(TemplateName.Of(Closing, 2), entry.Facts["template"]);
        Assert.True(entry.IsIntact());
        Assert.Equal((1L, entry.Hash), (head.Length, head.Hash));
    }

    private Guid NewId() => Ids.New(_given.Clock);

    private async Task<StoredBytes> StoredAsync(params string[] paragraphs)
    {
        var stored = await _given.Files.PutAsync(new MemoryStream(WordFiles.WithParagraphs(paragraphs).Bytes.ToArray()), 1_000_000, CancellationToken.None);
        return stored.Value;
    }

    private async Task<AddedTemplate> BringAsync(params string[] paragraphs) =>
        await _given.AdministeredAsync(new AddTemplateVersion(Closing, await StoredAsync(paragraphs), "Più breve") { OperationId = NewId() });

    private async Task<TemplateKind> KindAsync() => (await _given.AdministeredAsync(new ListTemplates())).Single(k => k.Folder == Closing);

    private async Task<TemplateInUse?> InUseAsync()
    {
        await using var scope = _given.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TemplateLibrary>().CurrentAsync(_given.Programme, Closing, CancellationToken.None);
    }
}
