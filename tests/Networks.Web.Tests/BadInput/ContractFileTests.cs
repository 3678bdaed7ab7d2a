using System.Text;
using Networks.Data;
using Networks.Web.Drafting.ShowContract;
using Networks.Web.Tests.Support;
using Networks.Workflows.Tests.Documents;

namespace Networks.Web.Tests.BadInput;

/// <summary>Files that are brought as a version of the contract and are none.</summary>
public sealed class ContractFileTests : IAsyncLifetime
{
    private const string Note = "abbassata la quota";

    private DeskApp _desk = null!;
    private HttpClient _client = null!;
    private CaseId _case;

    public async ValueTask InitializeAsync()
    {
        _desk = await DeskApp.StartAsync();
        _case = await _desk.Given.CaseInDraftingAsync();
        _client = await _desk.ClientAsync(_desk.Given.Lecco);
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return _desk.DisposeAsync();
    }

    [Fact]
    public Task Given_a_file_over_the_limit_then_413_says_the_limit() =>
        RefusesAsync(new byte[35 * 1024 * 1024], 413, "Il file supera 20 MB e non è stato conservato. Ne carichi uno più piccolo.");

    [Fact]
    public async Task Given_a_file_over_what_the_server_takes_at_all_then_413_is_a_page_in_words()
    {
        var before = await _desk.Given.FingerprintAsync();

        _client.DefaultRequestHeaders.ExpectContinue = true;
        var answer = await UploadAsync(new byte[101 * 1024 * 1024]);

        answer.Says(413, "Il file è troppo grande").Says(413, "Non è stato salvato nulla. Riduca il file e riprovi.");
        Assert.Equal(before, await _desk.Given.FingerprintAsync());
    }

    [Fact]
    public Task Given_no_word_file_then_it_says_how_to_make_one() =>
        RefusesAsync("%PDF-1.7 rinominato %%EOF"u8.ToArray(), 422, "Questo non è un documento Word (.docx), anche se il nome può farlo pensare. Lo apra in Word, scelga Salva con nome e poi «Documento di Word (.docx)».");

    [Fact]
    public Task Given_a_password_then_it_says_where_to_take_it_away() =>
        RefusesAsync([.. _container, .. new byte[512], .. Encoding.Unicode.GetBytes("EncryptedPackage")], 422, "Il file è protetto da una password. In Word scelga File, Informazioni, Proteggi documento, tolga la password e lo ricarichi.");

    [Fact]
    public Task Given_macros_then_it_says_to_save_without() =>
        RefusesAsync(
            WordFiles.Zip(WordFiles.Parts("<w:p/>", "application/vnd.ms-word.document.macroEnabled.main+xml")), 422,
            "Il file contiene macro o controlli attivi, che qui non sono ammessi. Lo salvi come «Documento di Word (.docx)», senza macro, e lo ricarichi.");

    [Fact]
    public async Task Given_40000_nested_elements_then_it_is_refused_and_the_service_lives()
    {
        const int Depth = 40_000;
        var nested = string.Concat(Enumerable.Repeat("<w:sdt>", Depth)) + string.Concat(Enumerable.Repeat("</w:sdt>", Depth));

        await RefusesAsync(WordFiles.Bytes(nested), 422, "Il file contiene elementi annidati oltre 256 livelli, come non accade in un documento scritto con Word. Copi il testo in un documento nuovo e carichi quello.");

        (await PageAnswer.OfAsync(await _client.GetAsync(new Uri("/", UriKind.Relative)))).Says(200, "Oggi");
    }

    [Fact]
    public Task Given_no_file_at_all_then_the_field_asks_for_it() =>
        RefusesAsync(null, 422, "Scelga un file Word da caricare.");

    private static readonly byte[] _container = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private async Task RefusesAsync(byte[]? file, int status, string sentence)
    {
        var before = await _desk.Given.FingerprintAsync();

        var answer = await UploadAsync(file);

        answer.Says(status, sentence, "file").Keeps(Note);
        Assert.Equal(before, await _desk.Given.FingerprintAsync());
    }

    private async Task<PageAnswer> UploadAsync(byte[]? file)
    {
        var form = await OpenForm.AtAsync(_client, ContractLink.To(_case.Value), "upload");
        return file is null ? await form.SendAsync(("note", Note)) : await form.SendFileAsync("file", "contratto.docx", file, ("note", Note));
    }
}
