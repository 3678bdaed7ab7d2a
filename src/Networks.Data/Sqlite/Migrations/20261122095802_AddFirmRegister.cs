using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Networks.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AddFirmRegister : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "FirmImports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssociationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    File = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Columns = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    ConsentHow = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Rows = table.Column<int>(type: "INTEGER", nullable: true),
                    RowsDone = table.Column<int>(type: "INTEGER", nullable: false),
                    Created = table.Column<int>(type: "INTEGER", nullable: false),
                    Updated = table.Column<int>(type: "INTEGER", nullable: false),
                    Same = table.Column<int>(type: "INTEGER", nullable: false),
                    Faults = table.Column<int>(type: "INTEGER", nullable: false),
                    Kept = table.Column<int>(type: "INTEGER", nullable: false),
                    Failure = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Fence = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FirmImports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FirmImports_Associations_AssociationId",
                        column: x => x.AssociationId,
                        principalTable: "Associations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FirmProfiles",
                columns: table => new
                {
                    FirmId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Offers = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Seeks = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Activity = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Nuts3 = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Siret = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    EuVat = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Size = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Reach = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Capabilities = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Certificates = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    AvailableUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    UpdatedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FirmProfiles", x => x.FirmId);
                    table.ForeignKey(
                        name: "FK_FirmProfiles_Firms_FirmId",
                        column: x => x.FirmId,
                        principalTable: "Firms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SearchEntries",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FirmId = table.Column<Guid>(type: "TEXT", nullable: false),
                    HeldBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    Own = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Shared = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    CardKey = table.Column<Guid>(type: "TEXT", nullable: true),
                    ShownUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CardIsStale = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchEntries", x => x.Number);
                    table.ForeignKey(
                        name: "FK_SearchEntries_Firms_FirmId",
                        column: x => x.FirmId,
                        principalTable: "Firms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImportChanges",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FirmId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Before = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    After = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportChanges", x => new { x.ImportId, x.FirmId });
                    table.ForeignKey(
                        name: "FK_ImportChanges_FirmImports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "FirmImports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImportFaults",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Row = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Values = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportFaults", x => new { x.ImportId, x.Row });
                    table.ForeignKey(
                        name: "FK_ImportFaults_FirmImports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "FirmImports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_FirmImports_AssociationId",
                table: "FirmImports",
                column: "AssociationId");

            migrationBuilder.CreateIndex(
                name: "IX_FirmProfiles_ImportId",
                table: "FirmProfiles",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_SearchEntries_CardKey",
                table: "SearchEntries",
                column: "CardKey");

            migrationBuilder.CreateIndex(
                name: "IX_SearchEntries_Division",
                table: "SearchEntries",
                column: "Division");

            migrationBuilder.CreateIndex(
                name: "IX_SearchEntries_FirmId",
                table: "SearchEntries",
                column: "FirmId",
                unique: true);

            // The full-text index of SearchEntries, kept by triggers. It holds terms only, no positions.
            migrationBuilder.Sql("""CREATE VIRTUAL TABLE "SearchIndex" USING fts5("Own", "Shared", content='SearchEntries', content_rowid='Number', tokenize='ascii', detail=column);""");
            migrationBuilder.Sql("""
                CREATE TRIGGER "SearchEntries_Added" AFTER INSERT ON "SearchEntries" BEGIN
                  INSERT INTO "SearchIndex"(rowid, "Own", "Shared") VALUES (new."Number", new."Own", new."Shared");
                END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER "SearchEntries_Removed" AFTER DELETE ON "SearchEntries" BEGIN
                  INSERT INTO "SearchIndex"("SearchIndex", rowid, "Own", "Shared") VALUES ('delete', old."Number", old."Own", old."Shared");
                END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER "SearchEntries_Changed" AFTER UPDATE OF "Own", "Shared" ON "SearchEntries" BEGIN
                  INSERT INTO "SearchIndex"("SearchIndex", rowid, "Own", "Shared") VALUES ('delete', old."Number", old."Own", old."Shared");
                  INSERT INTO "SearchIndex"(rowid, "Own", "Shared") VALUES (new."Number", new."Own", new."Shared");
                END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""DROP TABLE "SearchIndex";""");

            migrationBuilder.DropTable(
                name: "FirmProfiles");

            migrationBuilder.DropTable(
                name: "ImportChanges");

            migrationBuilder.DropTable(
                name: "ImportFaults");

            migrationBuilder.DropTable(
                name: "SearchEntries");

            migrationBuilder.DropTable(
                name: "FirmImports");
        }
    }
}
